/** How people name the time that they ask for, as parts of patterns. */

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DATE = '\\d{1,2}(?:st|nd|rd|th)?'
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'

/** A day, a month or a year: "12 January", "dec 2021", "last week", "Friday". */
export const DAY = `(?:(?:the )?${DATE} (?:of )?${MONTH}(?:,? \\d{4})?|${MONTH} ${DATE}(?:,? \\d{4})?|${MONTH}(?: \\d{4})?|\\d{4}-\\d\\d(?:-\\d\\d)?|(?:19|20)\\d\\d|(?:last|this|next) (?:week|month|year|${WEEKDAY})|${WEEKDAY}|yesterday|today|tomorrow)`

/** A stretch of time: its groups are `from` and `to`, `starting`, `ending`, or `during` for the whole of one. */
export const STRETCH = `(?:(?:from|between) (?<from>${DAY})\\s*(?:to|until|till|and|through|thru|[-–])\\s*(?<to>${DAY})|(?:since|from|after|starting(?: in| on)?) (?<starting>${DAY})(?: on| onwards?)?|(?:until|till|up to|before) (?<ending>${DAY})|(?:(?:in|during|for|of|on|within) )?(?<during>${DAY}))`
