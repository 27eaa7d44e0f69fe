import type { BoilerplateData } from '../language.js'

const lines = (list: string) =>
  new Set(
    list
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )

export const boilerplate: BoilerplateData = {
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  publishedLabels: ['published', 'published on', 'posted', 'posted on', 'date', 'publication date', 'issued'],
  wholeLines: lines(`
    source link
    back to top
    back to top button
    advertisement
    share
    share this
    share this article
    print
    email
    related
    related articles
    be the first to comment
    comments are closed
  `),
  openings: [
    /^(?:related|read more|read also|also read|see also|see more|more|also|don't miss|watch|listen) ?:/i,
    /^(?:copyright|©|\(c\) ?\d{4})/i,
    /^(?:follow|like|join|find) us (?:on|at)\b/i,
    /^(?:subscribe|sign up|click here)\b/i,
    /^(?:photo|image|picture|photograph|video|caption|tags|filed under|posted in|categories) ?:/i,
  ],
  phrases: [
    /\ball rights reserved\b/i,
    /\byour e-?mail address will not be published\b/i,
    /\bwe use cookies\b/i,
  ],
  endHeadings: lines(`
    leave a reply
    leave a comment
  `),
}
