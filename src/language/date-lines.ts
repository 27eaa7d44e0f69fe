/** The words of lines that tell when an article was published. */
export interface DateLineData {
  /** January first, each in all its spellings. Lower case, without full stops. */
  readonly months: readonly (readonly string[])[]
  /** Monday first, the same way. */
  readonly weekdays: readonly (readonly string[])[]
  /** Labels of the day of publication, and of a later version. Tested in lower case. */
  readonly published: RegExp
  readonly updated: RegExp
  /** How a line begins that names its author. Tested in lower case. */
  readonly bylines: RegExp
  /** What stands beside dates on such lines and says nothing of its own. */
  readonly fillers: RegExp
  /** Zones of time. */
  readonly zones: RegExp
  /** Words that names of outlets end in or are. Lower case. */
  readonly outlets: ReadonlySet<string>
  /** Small words within names. */
  readonly particles: ReadonlySet<string>
  /** A notice that names its year. */
  readonly copyright: RegExp
  /** What captions begin with that tell when a picture was taken, and what tells that it is an old one. */
  readonly picture: RegExp
  readonly filePicture: RegExp
}
