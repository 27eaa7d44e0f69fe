import type { DateLineData } from '../../date-lines.js'
import { boilerplate } from '../text/boilerplate.js'

export const dateLines: DateLineData = {
  months: boilerplate.months,
  weekdays: [
    ['monday', 'mon'],
    ['tuesday', 'tues', 'tue'],
    ['wednesday', 'weds', 'wed'],
    ['thursday', 'thurs', 'thur', 'thu'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun'],
  ],
  published:
    /\b(?:first published|originally published|published|publication date|posted|issued|created|dated?|filed|written|released|submitted|uploaded|online)\b/,
  updated:
    /\b(?:last updated|updated?|last modified|modified|last edited|edited|revised|reviewed|corrected|as of)\b/,
  bylines: /^(?:by|from|words by|story by|text by|report by|reported by|written by)\b/,
  // Longer ones first: what they begin with stands for nothing else.
  fillers: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[
      '\\d+[- ]?min(?:ute)?s?\\.?[- ](?:read|to read|ago)',
      '(?:\\d+|an?) (?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?) ago',
      'read(?:ing)? time:? \\d+ ?min(?:ute)?s?',
      '\\d[\\d,.]*k? (?:comments?|shares?|views?|likes?)|(?:comments?|shares?|views?|likes?|hits|rating): ?\\d[\\d,.]*k?',
      '(?:our|special|staff|senior|chief|foreign|political) (?:staff |special |political |own )?(?:correspondents?|reporters?|writers?|editors?)|correspondents?|reporters?|writers?',
      'first published|originally published|publication date|last updated|last modified|last edited',
      'published|posted|issued|created|dated?|filed|released|submitted|uploaded|online|updated?|modified|edited|revised|reviewed|corrected',
      'local time|greenwich mean time|eastern|central|pacific|mountain|time',
      'a\\.?m\\.?|p\\.?m\\.?|noon|midnight|hrs?|hours|h',
      'share|save|print|comments?|listen|leave an? (?:comment|reply)|web|for immediate release|live(?: updates?| blog)?',
      // Names of icons that scrapers take for words.
      'timer|schedule|access_time|clock',
      'at|on|by|the|of|in|and|from|as|first|last',
    ].join('|')})(?![\\p{L}\\p{N}])\\.?`,
    'giu',
  ),
  // Capitals behind a time of day: "GMT", "EST", "(CET)", "IST".
  zones:
    /\b(?:GMT|UTC|BST|Z|[ECMP][SD]?T|A[EWC][SD]?T|CES?T|EES?T|IST|MSK|JST|KST|HKT|SGT|WIB|PKT)(?:[+-]\d{1,2}(?::?\d{2})?)?\b/g,
  particles: new Set('de van von der al el bin la le du di and & for of the in'.split(' ')),
  outlets: new Set(
    `news newspaper times post herald tribune gazette chronicle guardian observer telegraph journal ledger mail express
    mirror sun star standard independent press wire agency broadcasting radio television tv network daily weekly
    monitor examiner inquirer dispatch courier mercury register reporter review record advertiser argus echo
    bulletin digest globe today online magazine bbc cnn cbc abc nbc cbs npr pbs sky itv rte afp ap apnews reuters
    upi tass xinhua dpa efe ansa interfax ria rferl voa dw aljazeera jazeera bloomberg politico axios`
      .trim()
      .split(/\s+/),
  ),
  copyright: /(?:©|\bcopyright\b|\(c\))[^\n]{0,40}?\b((?:19|20)\d{2})\b/i,
  picture:
    /\b(?:in this|this) (?:[\w.,-]+ ){0,5}(?:photo|photograph|image|picture|frame grab|screen ?grab|screenshot|handout)\b|\b(?:photo|image|picture) (?:taken|provided|released|shows)\b/i,
  filePicture: /\bfile(?:d)?\b|\barchive\b/i,
}
