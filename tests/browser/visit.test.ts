import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faults } from './accessibility.js'
import { NO_BROWSER, titled, visit } from './browser.js'
import { servedDesk } from './served.js'

const ARTICLES = 'data/articles'

const files = readdirSync(ARTICLES).map(
  (name) => [name, readFileSync(`${ARTICLES}/${name}`, 'utf8')] as const,
)
const desk = servedDesk({ files: Object.fromEntries(files) })

describe.skipIf(NO_BROWSER)(titled("a newcomer's visit"), () => {
  it('GIVEN the bot with its sample articles THEN all that it offers can be tried on the page', async () => {
    const { page, requests, complaints, context } = await visit(desk.browser, desk.url)
    const last = page.locator('article.message').last()

    // A command from the list on the first screen, completed by the bot.
    await page.getByRole('button', { name: '/when' }).click()
    const topic = page.getByRole('combobox', { name: 'topic' })
    await topic.pressSequentially('gene')
    await page
      .locator('#suggestions')
      .getByRole('option', { name: /^geneva$/i })
      .click()
    await page.keyboard.press('Enter')
    await last.getByText('10 January 2022').first().waitFor()
    expect(await last.locator('discord-command').getAttribute('command')).toBe('/when')

    // A picture, and pages.
    const box = page.getByRole('textbox', { name: /^Message / })
    await box.fill('/timeline')
    await box.press('Enter')
    await page.getByRole('button', { name: 'Run' }).click()
    const footer = last.locator('discord-embed-footer')
    await footer.getByText('page 1 of').waitFor()
    await last.locator('img[alt*="imeline"], img[src*="timeline.png"]').first().waitFor()
    await last.getByRole('button', { name: '›' }).click()
    await footer.getByText('page 2 of').waitFor()

    // A citation of it in its context, from the menu under the answer, which only the visitor sees.
    await last.getByRole('combobox', { name: 'Show a citation in its context' }).click()
    const chosen = page
      .getByRole('option')
      .filter({ hasText: /^\d+ · / })
      .first()
    const source = / · (.+?) · /.exec(await chosen.innerText())![1]!
    await chosen.click()
    await last.getByText('Only you can see this').waitFor()
    // An outlet, or the title where the article names none.
    await last.locator('discord-embed').getByText(source).first().waitFor()
    expect(await last.locator('blockquote strong').count()).toBeGreaterThan(0)
    await last.getByRole('button', { name: 'Dismiss message' }).click()
    await last.getByText('Only you can see this').waitFor({ state: 'detached' })

    // An answer that only the visitor sees.
    await box.pressSequentially('/who-said ')
    await page.getByRole('combobox', { name: 'words' }).fill('drown in endless discussions')
    await page.getByRole('button', { name: 'private' }).click()
    await page.getByRole('option', { name: 'True' }).click()
    await page.keyboard.press('Enter')
    await last.getByText('Sergei Lavrov').waitFor()
    expect(await last.innerText()).toContain('Only you can see this')
    expect(await faults(page)).toEqual([])

    // What somebody wrote, looked up by right-click: its claims, and its quotation.
    await box.fill('Russia demands "ironclad, waterproof, bulletproof" guarantees, I read.')
    await box.press('Enter')
    const written = page.locator('article.message:not(:has(discord-embed))', { hasText: 'ironclad' })
    await written.getByText('guarantees, I read').click({ button: 'right' })
    const apps = page.getByRole('group', { name: 'Apps' })
    await apps.getByRole('menuitem', { name: 'Find sources' }).click()
    await last.getByText('Find sources').waitFor()
    await last.locator('discord-embed blockquote').first().waitFor()
    expect(await last.innerText()).toContain('Only you can see this')
    await last.getByRole('button', { name: 'Share with channel' }).click()
    await last.getByText('Shared by').waitFor()
    await written.getByText('guarantees, I read').click({ button: 'right' })
    await apps.getByRole('menuitem', { name: 'Who said this?' }).click()
    await last.getByText('Who said this?').waitFor()
    await last.locator('discord-embed').getByText('Sergei Ryabkov').first().waitFor()
    expect(await faults(page)).toEqual([])

    // A question in plain words in a thread, one that leans on it, and one more as a reply to the answer.
    await page.getByRole('button', { name: 'Who said what' }).click()
    await page.getByRole('textbox', { name: 'Message #Who said what' }).waitFor()
    await box.fill('@Crisis Desk who said "severe sanctions"?')
    await box.press('Enter')
    await last.locator('discord-embed').getByText('Joe Biden').first().waitFor()
    await box.fill('@Crisis Desk what else did he say?')
    await box.press('Enter')
    await last.locator('discord-reply').getByText('what else did he say?').waitFor()
    await last.locator('discord-embed').getByText('/quotes Joe Biden').waitFor()
    await last.locator('discord-embed').getByText('a minor incursion').first().waitFor()
    await last.hover()
    await last.getByRole('button', { name: 'Reply' }).click()
    await box.fill('when is Geneva?')
    await box.press('Enter')
    await last.locator('discord-reply').getByText('when is Geneva?').waitFor()
    await last.locator('discord-embed').getByText('January 2022').first().waitFor()

    // What moderators alone may do.
    await box.fill('/reload')
    await box.press('Enter')
    await page.getByRole('alert').getByText('There is no command /reload for you here').waitFor()
    await page.getByLabel('You are').selectOption({ label: 'Mara – moderator' })
    await page.getByRole('button', { name: 'staff' }).waitFor()
    await box.fill('/reload')
    await box.press('Enter')
    await page.getByRole('button', { name: 'Run' }).click()
    await last.getByText('12 unchanged').waitFor()

    expect(requests.filter((url) => new URL(url).hostname !== '127.0.0.1')).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})
