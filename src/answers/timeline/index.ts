export type { TimelineData, TimelineEvent } from './data.js'
export { describeTimeline } from './describe.js'
export { drawTimeline } from './picture.js'
