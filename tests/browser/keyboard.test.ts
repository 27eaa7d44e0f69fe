import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFeedback } from '../../src/discord/moderation/feedback.js'
import { type Site, send, site } from '../articles/support/site.js'
import { memoryLog } from '../discord/memory-log.js'
import { filesIn } from '../support/state.js'
import { NO_BROWSER, titled, visit } from './browser.js'
import { servedDesk } from './served.js'

const ARTICLES = 'data/articles'
const FEED = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>
<entry><id>1</id><title>Lighthouse sold</title><link href="/story"/><updated>2023-05-21T10:00:00Z</updated></entry></feed>`
/** More presses of Tab than there are things to reach, with the answers of a first try still in the channel. */
const FAR = 250

const kept = mkdtempSync(join(tmpdir(), 'feedback-'))
let news: Site
beforeAll(async () => {
  news = await site({ '/feed': send(FEED, { 'content-type': 'application/atom+xml' }) })
})
afterAll(async () => {
  rmSync(kept, { recursive: true })
  await news[Symbol.asyncDispose]()
})

const desk = servedDesk({
  files: Object.fromEntries(
    readdirSync(ARTICLES).map((name) => [name, readFileSync(`${ARTICLES}/${name}`, 'utf8')]),
  ),
  feedback: openFeedback(filesIn(kept), memoryLog().log),
  pages: {
    get ports() {
      return [news.port]
    },
    allow: (address: string) => address === '127.0.0.1',
  },
})

describe.skipIf(NO_BROWSER)(titled('a moderator without a mouse'), () => {
  it.each([{ width: 1280 }, { width: 390, height: 844 }])(
    'GIVEN a window of $width px THEN settings, feeds, unanswered questions, a brief and a pasted article are reached and used',
    async (size) => {
      const { page, complaints, context } = await visit(desk.browser, desk.url, size)
      const { keyboard } = page
      const last = page.locator('article.message').last()
      /** Goes on from thing to thing until the one of this name has the focus. */
      const reach = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Shift+Tab', most = FAR) => {
        for (let presses = 0; presses < most; presses++) {
          const at = await page.evaluate(
            `(() => { const { activeElement: e } = document; return e ? (e.getAttribute('aria-label') ?? e.textContent ?? '').trim() : '' })()`,
          )
          const isIt = typeof name === 'string' ? at === name : name.test(String(at))
          if (isIt) return
          await keyboard.press(key)
        }
        throw new Error(`${name} is not reached`)
      }
      const write = async (text: string) => {
        await reach(/^Message /, 'Tab')
        await keyboard.type(text)
        await keyboard.press('Enter')
      }
      /** A command without options, or with those that were typed: its form is sent from where the focus is. */
      const run = async (text: string) => {
        await write(text)
        await reach('Run', 'Tab')
        await keyboard.press('Enter')
      }
      const choose = async (select: string, down: number, key: 'Tab' | 'Shift+Tab' = 'Shift+Tab') => {
        await reach(select, key)
        await keyboard.press('ArrowDown')
        for (let i = 0; i < down; i++) await keyboard.press('ArrowDown')
        await keyboard.press('Enter')
      }

      if (size.width < 600) {
        await reach('Open the list of channels', 'Tab')
        await keyboard.press('Enter')
      }
      await page.getByLabel('You are').focus()
      await keyboard.type('Mara')
      await page.getByRole('button', { name: 'staff' }).waitFor()
      if (size.width < 600) await keyboard.press('Escape')

      await run('/settings')
      await last.getByText('in all channels').first().waitFor()
      await choose('Answers', 1)
      await last.getByText('No channel is chosen yet').waitFor()
      await reach('Reset')
      await keyboard.press('Enter')
      await last.getByText('Set all of this back').waitFor()
      // The focus is on the message, whose buttons come after it.
      await reach('Reset', 'Tab')
      await keyboard.press('Enter')
      await last.getByText('in all channels').first().waitFor()

      await write('@Crisis Desk what did I miss since December 28?')
      await last.getByText('What happened').first().waitFor()
      await reach('›')
      await keyboard.press('Enter')
      await last.getByText('page 2 of').waitFor()

      await write('@Crisis Desk /search quetzal')
      await last.getByText('The articles don’t say').waitFor()
      await run('/status')
      await last.getByRole('button', { name: 'Unanswered questions' }).waitFor()
      await reach('Unanswered questions')
      await keyboard.press('Enter')
      await last.getByText('/search quetzal').first().waitFor()
      await choose('Dismiss …', 0, 'Tab')
      await keyboard.press('Escape')
      await last.getByText('None of late').waitFor()

      await reach(/^Message /, 'Tab')
      await keyboard.type('/feeds add ')
      await keyboard.type(`${news.origin}/feed`)
      await keyboard.press('Enter')
      await last.getByText('Lighthouse sold').waitFor()
      await reach('Follow this feed')
      await keyboard.press('Enter')
      await last.getByText('this server follows “Harbour Wire”').waitFor()
      await write('/feeds stop')
      await keyboard.type('harb')
      await page
        .locator('#suggestions')
        .getByRole('option', { name: /Harbour Wire/ })
        .waitFor()
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
      await keyboard.press('Enter')
      await last.getByText(/is followed no more/).waitFor()

      await run('/articles add')
      await last.getByRole('button', { name: 'Paste text' }).waitFor()
      await reach('Paste text')
      await keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Paste an article' }).waitFor()
      await keyboard.insertText(
        `Gulls leave the pier ${size.width}\nHarbour Wire, 21 May 2023\n\nThe gulls of Lorne left the pier on Friday night, the keeper of the pier said, and nobody knows where they went to.\n\nThey had been there for forty years and were fed by the children of the school.`,
      )
      await reach('Submit', 'Tab')
      await keyboard.press('Enter')
      await last.getByText('21 May 2023').waitFor()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      // The message whose button opened the dialogue has been drawn anew: the focus is there all the same.
      await reach('Cancel', 'Tab', 10)
      await keyboard.press('Enter')
      await last.getByText('Nothing was stored').waitFor()
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})
