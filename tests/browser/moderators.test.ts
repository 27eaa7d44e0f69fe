import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openFeedback } from '../../src/discord/moderation/feedback.js'
import { memoryLog } from '../discord/memory-log.js'
import { filesIn } from '../support/state.js'
import { faults } from './accessibility.js'
import { NO_BROWSER, titled, visit } from './browser.js'
import { servedDesk } from './served.js'

const ARTICLES = 'data/articles'
/** What a reply may take of a phone’s screen, in pixels. */
const ONE_SCREEN = 600

const kept = mkdtempSync(join(tmpdir(), 'feedback-'))
afterAll(() => rmSync(kept, { recursive: true }))
const desk = servedDesk({
  files: Object.fromEntries(
    readdirSync(ARTICLES).map((name) => [name, readFileSync(`${ARTICLES}/${name}`, 'utf8')]),
  ),
  feedback: openFeedback(filesIn(kept), memoryLog().log),
  greets: true,
})

describe.skipIf(NO_BROWSER)(titled('a moderator of a new server'), () => {
  it.each([{ width: 1280 }, { width: 390, height: 844 }])(
    'GIVEN a window of $width px THEN the greeting, help, a brief, its order and unanswered questions can be used',
    async (size) => {
      const { page, complaints, context, requests } = await visit(desk.browser, desk.url, size)
      const box = page.getByRole('textbox', { name: /^Message / })
      const messages = page.locator('article.message')
      const last = messages.last()
      const run = async (text: string) => {
        await box.fill(text)
        await box.press('Enter')
        await page.getByRole('button', { name: 'Run' }).click()
      }
      const say = async (text: string) => {
        await box.fill(text)
        await box.press('Enter')
      }
      const picture = async (name: string) => {
        const folder = process.env.SCREENSHOTS
        if (folder) await page.screenshot({ path: `${folder}/${name}-${size.width}.png` })
      }
      await messages.first().getByText('Hello, I am Crisis Desk').waitFor()
      expect(await messages.getByText('Hello, I am Crisis Desk').count()).toBe(1)
      await messages.first().scrollIntoViewIfNeeded()
      expect(await faults(page)).toEqual([])
      await picture('welcome')

      if (size.width < 600) await page.getByRole('button', { name: 'Open the list of channels' }).click()
      await page.getByLabel('You are').selectOption({ label: 'Mara – moderator' })
      if (size.width < 600) await page.keyboard.press('Escape')
      await run('/help')
      await last.getByText('First steps').waitFor()
      expect(await faults(page)).toEqual([])
      await picture('help')

      await say('@Crisis Desk what did I miss since December 28?')
      await last.getByText('What happened').first().waitFor()
      await last.getByText('What is planned').first().waitFor()
      expect(await faults(page)).toEqual([])
      await picture('brief')
      if (size.width < 600) expect((await last.boundingBox())!.height).toBeLessThanOrEqual(ONE_SCREEN)
      await last.getByRole('button', { name: '›' }).click()
      await last.getByText('page 2 of').waitFor()

      await say('@Crisis Desk /search quetzal')
      await last.getByText('The articles don’t say').waitFor()
      await run('/status')
      await last.getByRole('button', { name: 'Unanswered questions' }).click()
      await last.getByText('/search quetzal').first().waitFor()
      expect(await faults(page)).toEqual([])
      await picture('unanswered')
      await last.getByRole('combobox', { name: 'Dismiss …' }).click()
      await page.getByRole('option', { name: '/search quetzal' }).click()
      await page.keyboard.press('Escape')
      await last.getByText('None of late').waitFor()

      await run('/privacy')
      await last.getByText('To have it deleted').waitFor()
      expect(await faults(page)).toEqual([])
      await picture('privacy')
      await last.getByRole('button', { name: 'Delete what is kept of me' }).click()
      await last.getByText('Deleted.').waitFor()

      await run('/settings')
      await last.getByRole('button', { name: 'Brief' }).click()
      await last.getByText('not posted').first().waitFor()
      await last.getByRole('combobox', { name: 'Brief', exact: true }).click()
      await page.getByRole('option', { name: 'Brief: every day' }).click()
      await last.getByText('No channel is chosen yet').waitFor()
      await last.getByRole('button', { name: 'Topic and time zone' }).click()
      const form = page.getByRole('dialog')
      await form.getByLabel('Time zone').fill('Europe/Kyiv')
      expect(await faults(page)).toEqual([])
      await form.getByRole('button', { name: 'Submit' }).click()
      await last.getByText('08:00 (Europe/Kyiv)').waitFor()
      await picture('settings-brief')
      await last.getByRole('combobox', { name: 'Brief', exact: true }).click()
      await page.getByRole('option', { name: 'Brief: not posted' }).click()
      await last.locator('discord-embed').getByText('not posted').waitFor()

      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(overflow).toBeLessThanOrEqual(0)
      expect(requests.filter((address) => !address.startsWith(new URL(desk.url).origin))).toEqual([])
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})
