/** What is loaded into the program's process before the program. */
import "./plain-errors";
import "./lighter-sdk";
