/** A key of one's own counts only in the mode that uses it; where one is named, the mode is asked for too. */
export const usesOwnKey = {
    absent: "absent, so the key that is named beside it is not used",
    otherwise: "asks for another key, so the one that is named beside it is not used",
} as const;
