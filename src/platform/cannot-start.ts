// A start that is refused with a sentence for the person at the keyboard, not a fault of the program.

export class CannotStart extends Error {}
