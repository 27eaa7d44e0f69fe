import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { faults } from './accessibility.js'
import { NO_BROWSER, titled, visit } from './browser.js'
import { servedDesk } from './served.js'

const FERRY = `Ferries stay in port

The harbour master said the ferries to the islands would not sail before 14 March 2024 because of the storm.

Some 400 passengers were waiting on the quay, the coast guard said, and buses were sent for them at noon.`

const FORUM = `Envoys pack for the river forum

Envoys of both valleys will open the river forum in Orsk on March 9 and 10, the commission said.

Nobody knows yet who will speak for the towns on the lake, the commission said on Friday.`

const desk = servedDesk()

describe.skipIf(NO_BROWSER)(titled('a moderator with an article'), () => {
  it('GIVEN a file THEN it is checked in a form, cited in answers, removed and put back', async () => {
    const { page, complaints, context } = await visit(desk.browser, desk.url)
    const box = page.getByRole('textbox', { name: /^Message / })
    const last = page.locator('article.message').last()
    const command = async (text: string) => {
      await box.fill(text)
      await box.press('Enter')
    }
    const ask = async () => {
      await command('@Crisis Desk when will the ferries sail?')
      await last.locator('discord-embed').waitFor()
      return last.innerText()
    }
    await page.getByLabel('You are').selectOption({ label: 'Mara – moderator' })

    await command('/articles add')
    await page.getByRole('button', { name: 'file', exact: true }).click()
    await page.getByLabel('file', { exact: true }).setInputFiles({
      name: 'ferries.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(FERRY),
    })
    await page.getByRole('button', { name: 'Run' }).click()
    await last.getByRole('button', { name: 'Check and add' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Outlet').fill('Harbour Wire')
    await form.getByLabel('Published').fill('2024-03-12')
    expect(await faults(page)).toEqual([])
    await form.getByRole('button', { name: 'Submit' }).click()
    await last.getByText('Added: “Ferries stay in port”').waitFor()
    expect(await ask()).toMatch(/14 March 2024[\s\S]*Harbour Wire/)

    await command('/articles remove')
    await page.getByRole('combobox', { name: 'name' }).pressSequentially('ferr')
    await page
      .locator('#suggestions')
      .getByRole('option', { name: /Ferries/ })
      .click()
    await page.keyboard.press('Enter')
    await last.getByRole('button', { name: 'Remove' }).click()
    await last.getByText('Removed: “Ferries stay in port”').waitFor()
    await last.getByRole('button', { name: 'Put back' }).click()
    await last.getByText('Put back: “Ferries stay in port”').waitFor()

    expect(complaints).toEqual([])
    await context.close()
  })

  it('GIVEN an article without a date THEN it is seen to have none, put right, and answers have the year', async () => {
    const { page, complaints, context } = await visit(desk.browser, desk.url)
    const box = page.getByRole('textbox', { name: /^Message / })
    const last = page.locator('article.message').last()
    const command = async (text: string) => {
      await box.fill(text)
      await box.press('Enter')
    }
    const ask = async () => {
      await command('@Crisis Desk when is the river forum?')
      await last.locator('discord-embed').waitFor()
      return last.innerText()
    }
    await page.getByLabel('You are').selectOption({ label: 'Mara – moderator' })
    await command('/articles add')
    await page.getByRole('button', { name: 'file', exact: true }).click()
    await page.getByLabel('file', { exact: true }).setInputFiles({
      name: 'forum.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(FORUM),
    })
    await page.getByRole('button', { name: 'Run' }).click()
    await last.getByText('No date was found').waitFor()
    await last.getByRole('button', { name: 'Check and add' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('button', { name: 'Submit' }).click()
    await last.getByText('Added: “Envoys pack for the river forum”').waitFor()
    expect(await ask()).toMatch(/9–10 March, year not stated[\s\S]*undated/)
    await shot(page, 'undated')

    await command('/articles edit')
    await page.getByRole('combobox', { name: 'name' }).pressSequentially('envoys')
    await page
      .locator('#suggestions')
      .getByRole('option', { name: /Envoys/ })
      .click()
    await page.keyboard.press('Enter')
    await last.getByRole('button', { name: 'Edit' }).click()
    await form.getByLabel('Published').fill('2024-03-01')
    await form.getByLabel('Outlet').fill('Harbour Wire')
    expect(await faults(page)).toEqual([])
    await shot(page, 'form')
    await form.getByRole('button', { name: 'Submit' }).click()
    await last.getByText('Changed: “Envoys pack for the river forum”').waitFor()
    expect(await ask()).toMatch(/9–10 March 2024[\s\S]*Harbour Wire/)
    await shot(page, 'dated')
    expect(complaints).toEqual([])
    await context.close()
  })
})

/** A picture of the page, where somebody wants to look at one. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false })
}
