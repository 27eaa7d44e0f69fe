import { describe, expect, it } from 'vitest'
import { faults } from './accessibility.js'
import { NO_BROWSER, titled, visit } from './browser.js'
import { servedDesk } from './served.js'

const desk = servedDesk()

describe.skipIf(NO_BROWSER)(titled('a moderator with the settings'), () => {
  it.each([{ width: 1280 }, { width: 390, height: 844 }])(
    'GIVEN a window of $width px THEN all is set in one panel, by hand or by keyboard, and set back',
    async (size) => {
      const { page, complaints, context } = await visit(desk.browser, desk.url, size)
      const box = page.getByRole('textbox', { name: /^Message / })
      const last = page.locator('article.message').last()
      const command = async (text: string) => {
        await box.fill(text)
        await box.press('Enter')
        await page.getByRole('button', { name: 'Run' }).click()
      }
      const pick = async (select: string, option: string) => {
        await last.getByRole('combobox', { name: select }).click()
        await page.getByRole('option', { name: option }).click()
      }
      if (size.width < 600) await page.getByRole('button', { name: 'Open the list of channels' }).click()
      await page.getByLabel('You are').selectOption({ label: 'Mara – moderator' })
      if (size.width < 600) await page.keyboard.press('Escape')
      await command('/settings')
      await last.getByText('in all channels').first().waitFor()
      await pick('Answers', 'Answers: only in chosen channels')
      await last.getByText('No channel is chosen yet').waitFor()
      // Several are chosen when the list closes.
      await last.getByRole('combobox', { name: 'Chosen channels' }).click()
      await page.getByRole('option', { name: 'crisis' }).click()
      await page.keyboard.press('Escape')
      await last.locator('discord-embed').getByText('crisis').waitFor()
      expect(await faults(page)).toEqual([])
      await last.getByRole('button', { name: 'How' }).click()
      const language = last.getByRole('combobox', { name: 'Language' })
      await language.focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await last.getByText('Deutsch').first().waitFor()
      await pick('Protokollkanal', 'crisis')
      await last.locator('discord-embed').getByText('crisis').nth(1).waitFor()
      await pick('Protokollkanal', 'crisis')
      await last.locator('discord-embed').getByText('crisis').nth(1).waitFor({ state: 'detached' })
      const path = process.env.SCREENSHOTS
      if (path) await page.screenshot({ path: `${path}/settings-${size.width}.png` })
      await last.getByRole('button', { name: 'Zurücksetzen' }).click()
      await last.getByText('wie es anfangs war').waitFor()
      await last.getByRole('button', { name: 'Zurücksetzen' }).click()
      await last.getByText('in all channels').first().waitFor()
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(overflow).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})
