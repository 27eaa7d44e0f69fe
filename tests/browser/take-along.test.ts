import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faults } from './accessibility.js'
import { NO_BROWSER, titled, visit } from './browser.js'
import { servedDesk } from './served.js'

const ARTICLES = 'data/articles'
const PASTED = `Gulls leave the pier
Harbour Wire, 21 May 2023

The gulls of Lorne left the pier on Friday night, the keeper of the pier said, and nobody knows where they went to.

They had been there for forty years, and were fed by the children of the school beside the church.`

const desk = servedDesk({
  files: Object.fromEntries(
    readdirSync(ARTICLES).map((name) => [name, readFileSync(`${ARTICLES}/${name}`, 'utf8')]),
  ),
})

const SIZES = [{ width: 1280 }, { width: 390, height: 844 }]

describe.skipIf(NO_BROWSER)(titled('what can be taken along'), () => {
  it.each(SIZES)(
    'GIVEN a window of $width px THEN a timeline comes as table and calendar, quotations and articles as tables, and an article opens by its short name',
    async (size) => {
      const { page, complaints, context, requests } = await visit(desk.browser, desk.url, size)
      const box = page.getByRole('textbox', { name: /^Message / })
      const last = page.locator('article.message').last()
      const ask = async (question: string) => {
        await box.fill(`@Crisis Desk ${question}`)
        await box.press('Enter')
        await last.locator('discord-reply').getByText(question).waitFor()
      }
      /** Presses the button, and reads the files that come of it. */
      const taken = async (...names: string[]) => {
        await last.getByRole('button', { name: '📥' }).click()
        await last.getByRole('link', { name: names[0]! }).waitFor()
        const texts: string[] = []
        for (const name of names) {
          const address = await last.getByRole('link', { name }).getAttribute('href')
          texts.push(await (await context.request.get(address!)).text())
        }
        return texts
      }
      await ask('/timeline geneva')
      const [table, calendar] = await taken('timeline.csv', 'timeline.ics')
      expect(table).toMatch(/^\uFEFFfinding,start,end,.*article,paragraph,snippet\r\n1,20/)
      expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\s*$/)
      expect(await faults(page)).toEqual([])
      const path = process.env.SCREENSHOTS
      if (path) await page.screenshot({ path: `${path}/take-along-${size.width}.png` })
      await ask('/quotes Lavrov')
      const [said] = await taken('quotes.csv')
      expect(said).toContain('Sergei Lavrov')
      await ask('/sources')
      const [articles] = await taken('sources.csv')
      const name = /,([0-9a-f]{10}),/.exec(articles!)![1]!
      await ask(name)
      await last.locator('discord-embed').getByText(name).last().waitFor()
      await last.locator('discord-embed').getByText('¶1').first().waitFor()
      expect(requests.filter((address) => new URL(address).hostname !== '127.0.0.1')).toEqual([])
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  it.each(SIZES)(
    'GIVEN a window of $width px THEN an article is pasted, looked at and kept',
    async (size) => {
      const { page, complaints, context } = await visit(desk.browser, desk.url, size)
      const box = page.getByRole('textbox', { name: /^Message / })
      const last = page.locator('article.message').last()
      const path = process.env.SCREENSHOTS
      if (size.width < 600) await page.getByRole('button', { name: 'Open the list of channels' }).click()
      await page.getByLabel('You are').selectOption({ label: 'Mara – moderator' })
      if (size.width < 600) await page.keyboard.press('Escape')
      await box.fill('/articles add')
      await box.press('Enter')
      await page.getByRole('button', { name: 'Run' }).click()
      await last.getByRole('button', { name: 'Paste text' }).click()
      const form = page.getByRole('dialog')
      await form
        .getByLabel('Text', { exact: false })
        .first()
        .fill(PASTED.replace('pier', `pier ${size.width}`))
      expect(await faults(page)).toEqual([])
      if (path) await page.screenshot({ path: `${path}/paste-${size.width}.png` })
      await form.getByRole('button', { name: 'Submit' }).click()
      await last.getByText('Harbour Wire').waitFor()
      await last.getByText('21 May 2023').waitFor()
      expect(await faults(page)).toEqual([])
      if (path) await page.screenshot({ path: `${path}/pasted-${size.width}.png` })
      await last.getByRole('button', { name: 'Check and add' }).click()
      await form.getByRole('button', { name: 'Submit' }).click()
      await last
        .getByText(/Added: “Gulls leave/)
        .or(last.getByText('stored already'))
        .first()
        .waitFor()
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})
