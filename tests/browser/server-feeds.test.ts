import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, send, site } from '../articles/support/site.js'
import { faults } from './accessibility.js'
import { NO_BROWSER, titled, visit } from './browser.js'
import { servedDesk } from './served.js'

const STORY = `<!doctype html><html><head><title>Lighthouse sold</title><meta property="og:site_name" content="Harbour Wire"></head><body><article><h1>Lighthouse sold</h1>
<p>The old lighthouse of Lorne was sold to a baker on Friday, and nobody knows yet what will become of its lamp, the mayor said.</p>
<p>It had stood empty for nine years, since the last keeper went to live with her daughter on the other side of the bay.</p></article></body></html>`
const FEED = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>
<entry><id>1</id><title>Lighthouse sold</title><link href="/story"/><updated>2023-05-21T10:00:00Z</updated></entry></feed>`

let news: Site
beforeAll(async () => {
  news = await site({
    '/story': send(STORY),
    '/feed': send(FEED, { 'content-type': 'application/atom+xml' }),
  })
})
afterAll(() => news[Symbol.asyncDispose]())

const desk = servedDesk({
  // The site's port is known only when it stands.
  pages: {
    get ports() {
      return [news.port]
    },
    allow: (address: string) => address === '127.0.0.1',
  },
  feedTiming: { lookMs: 50, intervalMs: 1000, pageGapMs: 1 },
})

describe.skipIf(NO_BROWSER)(titled('a moderator with a feed'), () => {
  it.each([{ width: 1280 }, { width: 390, height: 844 }])(
    'GIVEN a window of $width px THEN a feed is looked at, followed, found in answers, listed and stopped',
    async (size) => {
      const { page, complaints, context } = await visit(desk.browser, desk.url, size)
      const box = page.getByRole('textbox', { name: /^Message / })
      const last = page.locator('article.message').last()
      const run = async (text: string) => {
        await box.fill(text)
        await box.press('Enter')
        await page.getByRole('button', { name: 'Run' }).click()
      }
      if (size.width < 600) await page.getByRole('button', { name: 'Open the list of channels' }).click()
      await page.getByLabel('You are').selectOption({ label: 'Mara – moderator' })
      if (size.width < 600) await page.keyboard.press('Escape')
      await box.pressSequentially('/feeds add ')
      await page.getByLabel('link', { exact: true }).fill(`${news.origin}/feed`)
      await page.keyboard.press('Enter')
      await last.getByText('Lighthouse sold').waitFor()
      expect(await faults(page)).toEqual([])
      const path = process.env.SCREENSHOTS
      if (path) await page.screenshot({ path: `${path}/feeds-preview-${size.width}.png` })
      await last.getByRole('button', { name: 'Follow this feed' }).click()
      await last.getByText('this server follows “Harbour Wire”').waitFor()
      await expect
        .poll(
          async () => {
            await run('/feeds list')
            await last.getByText('Harbour Wire').waitFor()
            return last.innerText()
          },
          { timeout: 30_000, interval: 1000 },
        )
        .toMatch(/✓ Harbour Wire: \d article/)
      expect(await faults(page)).toEqual([])
      if (path) await page.screenshot({ path: `${path}/feeds-list-${size.width}.png` })
      await expect
        .poll(
          async () => {
            await box.fill('@Crisis Desk /search lighthouse lamp')
            await box.press('Enter')
            await last.locator('discord-embed').getByText('/search lighthouse lamp').waitFor()
            return last.innerText()
          },
          { timeout: 30_000, interval: 2000 },
        )
        .toContain('sold to a baker')
      await box.fill('/feeds stop')
      await box.press('Enter')
      await page.getByRole('combobox', { name: 'name' }).pressSequentially('harb')
      await page
        .locator('#suggestions')
        .getByRole('option', { name: /Harbour Wire/ })
        .click()
      await page.keyboard.press('Enter')
      await last.getByText('is followed no more').waitFor()
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(overflow).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})
