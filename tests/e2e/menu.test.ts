import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buttonsOf, type Desk, EPHEMERAL, startDesk, textOf } from './desk.js'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.close())

const CLAIMS =
  'Folks!! The dam at Lorne will be opened in May. About 12,000 people live below the dam. Is that so?'

describe('right-click on a message', () => {
  test('GIVEN “Find sources” THEN each of its claims stands over what the articles say, in private', async () => {
    const posted = desk.moderator.send(CLAIMS)
    const message = await desk.member.contextMenu('Find sources', posted).response()
    expect((message.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
    expect(message.embeds.map(({ title }) => title)).toEqual([
      '“The dam at Lorne will be opened in May.”',
      '“About 12,000 people live below the dam.”',
    ])
    expect(message.embeds[1]!.description).toMatch(/12,000[\s\S]*River Post/)
  })

  test('GIVEN “Who said this?” THEN the quoted words are looked up', async () => {
    const posted = desk.moderator.send('she said "drown in promises" and that was it')
    const message = await desk.member.contextMenu('Who said this?', posted).response()
    expect(message.embeds.map(({ title }) => title)).toEqual(['“drown in promises”'])
    expect(textOf(message)).toContain('Belova')
  })

  test('GIVEN many claims THEN the reply keeps Discord’s limits and says that there are more', async () => {
    const posted = desk.moderator.send(
      'The dam at Lorne will be opened by the water authority in May. '.repeat(1) +
        Array.from(
          { length: 12 },
          (_, i) => `Report ${i} says that the gates of the Lorne dam will be opened.`,
        ).join(' '),
    )
    const message = await desk.member.contextMenu('Find sources', posted).response()
    expect(message.embeds).toHaveLength(5)
    expect(message.embeds[0]!.description).toMatch(/no more than 5 sentences/)
  })

  test('GIVEN a message without words THEN it is said', async () => {
    const posted = desk.moderator.send('🔥🔥')
    const message = await desk.member.contextMenu('Find sources', posted).response()
    expect(textOf(message)).toMatch(/no words in this message/)
  })

  test('GIVEN the answer THEN it can be shared with the channel', async () => {
    const posted = desk.moderator.send(CLAIMS)
    const message = await desk.member.contextMenu('Find sources', posted).response()
    const shared = await desk.member
      .click(message, buttonsOf(message).get('Share with channel')!.id)
      .followUp()
    expect((shared.flags ?? 0) & EPHEMERAL).toBe(0)
    expect(shared.embeds).toHaveLength(2)
  })
})
