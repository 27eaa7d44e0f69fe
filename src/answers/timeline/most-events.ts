/** How many events an answer gives where nobody says how many. */
export const USUAL_EVENTS = 12
