export type { TimelineData, TimelineEvent } from '../model/answer.js'
export { describeTimeline } from './describe.js'
export { drawTimeline } from './picture.js'
