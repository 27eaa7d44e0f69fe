/** What a summary of the news counts. */
export const briefs = {
  /** As somebody would ask for them behind a topic; those who are counted become more, as long as it goes on. */
  measures: ['death toll', 'injured', 'missing', 'displaced'],
} as const
