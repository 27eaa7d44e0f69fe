import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFeedback } from '../../src/discord/moderation/feedback.js'
import { memoryLog } from '../discord/memory-log.js'
import { filesIn } from '../support/state.js'
import { NO_BROWSER, titled, visit } from './browser.js'
import { servedDesk } from './served.js'

const ARTICLES = 'data/articles'
const files = readdirSync(ARTICLES).map(
  (name) => [name, readFileSync(`${ARTICLES}/${name}`, 'utf8')] as const,
)
// Whoever keeps ratings has two more buttons under each answer.
const feedback = openFeedback(filesIn(mkdtempSync(join(tmpdir(), 'crisis-desk-'))), memoryLog().log)
const desk = servedDesk({ files: Object.fromEntries(files), feedback })

/** CSS pixels of a phone held upright. */
const PHONE = { width: 390, height: 844 }
/** An answer with its buttons leaves the question in sight above it. */
const HIGHEST = 600

describe.skipIf(NO_BROWSER)(titled('an answer on a phone'), () => {
  it.each([
    '/when geneva',
    '/when vienna',
    '/when nato council',
    '/ask How many troops are at the border?',
    '/ask Who met in Geneva?',
    '/who-said severe sanctions',
    '/who-said drown in endless discussions',
    '/quotes Lavrov',
    '/quotes Biden',
    '/article blinken lavrov',
    '/sources',
    '/search troops',
    '/search "severe sanctions"',
    '/compare troops',
    '/compare sanctions',
    '/brief',
  ])('GIVEN %s THEN it stands on one screen', async (question) => {
    const { page, context } = await visit(desk.browser, desk.url, PHONE)
    const box = page.getByRole('textbox', { name: /^Message / })
    await box.fill(`@Crisis Desk ${question}`)
    await box.press('Enter')
    const last = page.locator('article.message').last()
    await last.locator('discord-embed').waitFor()
    await last.getByRole('button', { name: 'Delete' }).waitFor()
    const { height } = (await last.boundingBox())!
    if (process.env.PICTURES)
      await last.screenshot({ path: `${process.env.PICTURES}/${question.replace(/\W+/g, '-')}.png` })
    expect(height).toBeLessThanOrEqual(HIGHEST)
    await context.close()
  })

  it.each(['/help', '/privacy', '/status'])(
    'GIVEN %s, which has no buttons, THEN it stands on one screen',
    async (question) => {
      const { page, context } = await visit(desk.browser, desk.url, PHONE)
      const box = page.getByRole('textbox', { name: /^Message / })
      await box.fill(`@Crisis Desk ${question}`)
      await box.press('Enter')
      const last = page.locator('article.message').last()
      await last.locator('discord-embed').waitFor()
      const { height } = (await last.boundingBox())!
      if (process.env.PICTURES)
        await last.screenshot({ path: `${process.env.PICTURES}/${question.replace(/\W+/g, '-')}.png` })
      expect(height).toBeLessThanOrEqual(HIGHEST)
      await context.close()
    },
  )
})
