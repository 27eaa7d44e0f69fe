/** Days as lines of articles write them. */
export { calendarDate, daysBetween } from './calendar-date.js'
export { dateLinesIn } from './date-line.js'
