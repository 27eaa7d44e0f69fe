import type { Client } from 'discord.js'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Page as Served, startPage } from '../../src/sandbox/page/page.js'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js'
import { faults } from './accessibility.js'
import { startBot } from './bot.js'
import { NO_BROWSER, startBrowser, titled, type Visit, type VisitOptions, visit } from './browser.js'

let browser: Browser
let sandbox: Sandbox
let served: Served
let bot: Client
const visits: Visit[] = []

beforeAll(async () => {
  if (!NO_BROWSER) browser = await startBrowser()
})

beforeEach(async () => {
  sandbox = await startSandbox()
  served = await startPage(sandbox, { port: 0 })
  bot = await startBot(sandbox)
})

afterEach(async () => {
  const left = visits.splice(0)
  for (const { context } of left) await context.close()
  await bot.destroy()
  await served.close()
  await sandbox.close()
  // Whatever a test does: nothing is asked of another machine, and nothing goes wrong in silence.
  const requests = left.flatMap((visitor) => visitor.requests)
  expect(requests.filter((url) => new URL(url).hostname !== '127.0.0.1')).toEqual([])
  expect(left.flatMap(({ complaints }) => complaints)).toEqual([])
})

afterAll(async () => {
  await browser?.close()
})

const owner = () => sandbox.as(sandbox.ids.owner)

/** A visitor on the page. */
async function arrive(options?: VisitOptions) {
  const visitor = await visit(browser, served.url, options)
  visits.push(visitor)
  const { page } = visitor
  const box = page.getByRole('textbox', { name: /^Message #/ })
  return {
    ...visitor,
    box,
    messages: page.locator('article.message'),
    last: page.locator('article.message').last(),
    /** Runs a command by keyboard; values go into its fields in order. */
    async command(name: string, ...values: string[]) {
      await box.fill(`/${name}`)
      await box.press('Enter')
      for (const value of values) {
        await page.keyboard.type(value)
        await page.keyboard.press('Tab')
      }
      await page.getByRole('form').getByRole('button', { name: 'Run' }).click()
    },
    async say(text: string) {
      await box.fill(text)
      await box.press('Enter')
    },
  }
}

/** Whether an element is in the window from its beginning. */
const SEEN = (element: { getBoundingClientRect(): { top: number } }): boolean => {
  const { top } = element.getBoundingClientRect()
  return top >= 0 && top < (globalThis as unknown as { innerHeight: number }).innerHeight - 80
}

const text = (locator: Locator): Promise<string> => locator.innerText()

describe.skipIf(NO_BROWSER)(titled('commands on the page'), () => {
  it('GIVEN a slash THEN commands are listed, options completed by the bot, and the answer is shown', async () => {
    const { page, box, last } = await arrive()
    await box.pressSequentially('/')
    const list = page.getByRole('listbox', { name: 'Commands of Crisis Desk' })
    expect(await list.getByRole('option').allInnerTexts()).toEqual([
      '/articles add\nAdds an article',
      '/dialogue\nAsks a question back',
      '/find\nPassages about a topic',
      '/picture\nA picture with a file beside it',
      '/slow\nNever answers',
    ])
    await box.pressSequentially('fi')
    await page.keyboard.press('Enter')
    const topic = page.getByRole('combobox', { name: 'topic' })
    await topic.pressSequentially('harb')
    await page.getByRole('option', { name: 'Harbour tolls' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await topic.inputValue()).toBe('Harbour tolls')
    await page.keyboard.press('Enter')
    await last.getByText('page 1 of 2').waitFor()
    expect(await text(last)).toContain('Passages about harbour tolls')
    expect(await last.locator('strong', { hasText: 'harbour tolls' }).count()).toBe(1)
    expect(await last.getByRole('link', { name: '“A long night”' }).getAttribute('rel')).toContain(
      'noreferrer',
    )
  })

  it('GIVEN words that the bot does not suggest THEN they are sent as they are', async () => {
    const { command, last } = await arrive()
    await command('find', 'something else')
    await last.getByText('Passages about something else').waitFor()
  })

  it('GIVEN a required option that is empty THEN the field is pointed at and nothing is sent', async () => {
    const { page, command, messages } = await arrive()
    await command('find')
    await page.getByText('Fill in “topic”.').waitFor()
    expect(await page.getByRole('combobox', { name: 'topic' }).getAttribute('aria-invalid')).toBe('true')
    expect(await messages.count()).toBe(0)
  })

  it('GIVEN an answer with pages THEN its buttons turn them, and the focus stays on the button', async () => {
    const { page, command, last } = await arrive()
    await command('find', 'tolls')
    await last.getByRole('button', { name: 'Next' }).focus()
    await page.keyboard.press('Enter')
    await last.getByText('page 2 of 2').waitFor()
    expect(await last.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true)
    await last.getByRole('button', { name: 'Back' }).focus()
    await page.keyboard.press('Enter')
    await last.getByText('page 1 of 2').waitFor()
    await last.getByRole('button', { name: 'Delete' }).click()
    await last.waitFor({ state: 'detached' })
  })

  it('GIVEN a select menu THEN it works by keyboard, and its private answer can be dismissed', async () => {
    const { page, command, last, messages } = await arrive()
    await command('find', 'tolls')
    await page.getByRole('combobox', { name: 'Open in context' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await last.getByText('Context of tolls').waitFor()
    expect(await text(last)).toContain('Only you can see this')
    await last.getByRole('button', { name: 'Dismiss message' }).click()
    await messages.nth(1).waitFor({ state: 'detached' })
    expect(await messages.count()).toBe(1)
  })

  it('GIVEN a dialogue THEN it takes the focus, is sent, and answered', async () => {
    const { page, command, last } = await arrive()
    await command('dialogue')
    await page.getByRole('dialog', { name: 'What was wrong?' }).waitFor()
    await page.keyboard.type('it is so')
    await page.getByRole('button', { name: 'Submit' }).click()
    await last.getByText('Because it is so').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('GIVEN pictures THEN one in an embed is shown once, attached ones and files are shown beside it', async () => {
    const { command, last } = await arrive()
    await command('picture')
    await last.getByRole('link', { name: 'words.txt' }).waitFor()
    const images = last.locator('a img')
    expect(await images.count()).toBe(2)
    await expect
      .poll(() =>
        images.evaluateAll((all) =>
          all.every((image) => (image as { naturalWidth?: number }).naturalWidth === 600),
        ),
      )
      .toBe(true)
    expect(await last.getByRole('img', { name: 'The same, attached' }).count()).toBe(1)
  })

  it('GIVEN a command that takes a file THEN the file reaches the bot', async () => {
    const { page, box, last } = await arrive()
    await box.pressSequentially('/articles add ')
    await page
      .getByLabel('file', { exact: true })
      .setInputFiles({ name: 'night.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await page.getByRole('button', { name: 'Run' }).click()
    await last.getByText('Added night.txt').waitFor()
  })

  it('GIVEN a bot that does not answer THEN the visitor is told', async () => {
    const { page, command } = await arrive()
    await command('slow')
    await page.getByRole('alert').getByText('The application did not respond').waitFor()
  })

  it('GIVEN a command for moderators THEN the member is not offered it, and the moderator runs it', async () => {
    const { page, box, say, command, last } = await arrive()
    await say('/reload')
    await page.getByRole('alert').getByText('There is no command /reload for you here').waitFor()
    await page.getByLabel('You are').selectOption({ label: 'Mara – moderator' })
    await page.getByRole('button', { name: 'staff' }).waitFor()
    await box.fill('')
    await command('reload')
    await last.getByText('Read anew').waitFor()
  })
})

describe.skipIf(NO_BROWSER)(titled('messages on the page'), () => {
  it('GIVEN a mention typed by name THEN the bot replies, and screen readers are told', async () => {
    const { page, box, last } = await arrive()
    await box.pressSequentially('@cri')
    await page.getByRole('option', { name: 'Crisis Desk' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('who said **that**?')
    await page.keyboard.press('Enter')
    await last.getByText('You said: who said').waitFor()
    expect(await last.locator('discord-reply').innerText()).toContain('@Crisis Desk who said that?')
    expect(await page.locator('#announcements').innerText()).toContain(
      'Crisis Desk: You said: who said that?',
    )
  })

  it('GIVEN a message THEN its menu opens by right-click and by keyboard, with the apps in it', async () => {
    const { page, say, last } = await arrive()
    await say('The tolls were raised on Monday.')
    await last.getByText('The tolls').click({ button: 'right' })
    await page.getByRole('group', { name: 'Apps' }).getByRole('menuitem', { name: 'Find sources' }).click()
    await last.getByText('Sources for: The tolls were raised on Monday.').waitFor()
    await last.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    expect(
      await page
        .locator('article.message')
        .first()
        .evaluate((element) => element.matches(':focus')),
    ).toBe(true)
  })

  it('GIVEN replies, edits and deletions, mine and others’ THEN all are shown as they happen', async () => {
    const { page, say, last, messages, box } = await arrive()
    await say('first')
    await last.getByText('first').waitFor()
    await last.hover()
    await last.getByRole('button', { name: 'Reply' }).click()
    await say('second')
    await last.getByText('second').waitFor()
    expect(await last.locator('discord-reply').innerText()).toContain('first')
    await box.press('ArrowUp')
    expect(await box.inputValue()).toBe('second')
    await say('second thoughts')
    await last.getByText('second thoughts').waitFor()
    await last.getByText('(edited)').waitFor()
    owner().type()
    await page.getByText('Olga is typing…').waitFor()
    const other = owner().send('a word from Olga')
    await page.locator('#typing:empty').waitFor({ state: 'attached' })
    await last.getByText('a word from Olga').waitFor()
    owner().edit(other, 'another word')
    await last.getByText('another word').waitFor()
    owner().delete(other)
    await messages.nth(2).waitFor({ state: 'detached' })
    expect(await messages.count()).toBe(2)
  })

  it('GIVEN an attached file THEN it is sent with the message', async () => {
    const { page, say, last } = await arrive()
    await page
      .locator('#files')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await page.getByRole('list', { name: 'Files to send' }).getByText('notes.txt').waitFor()
    await say('see this')
    await last.getByRole('link', { name: 'notes.txt' }).waitFor()
  })

  it('GIVEN somebody who reads further up THEN only what answers them takes them along', async () => {
    const { page, last, messages, command } = await arrive()
    for (let n = 1; n <= 30; n++) owner().send(`message ${n}`)
    await messages.nth(29).waitFor()
    await messages.first().scrollIntoViewIfNeeded()
    const newer = page.getByRole('button', { name: 'New messages below' })
    owner().send('one more')
    await newer.waitFor()
    expect(await last.evaluate(SEEN)).toBe(false)
    await command('find', 'tolls')
    await last.getByText('page 1 of 2').waitFor()
    await expect.poll(() => last.evaluate(SEEN)).toBe(true)
    expect(await newer.isVisible()).toBe(false)
  })

  it('GIVEN a message higher than the window THEN it is shown from its beginning, also when one comes back', async () => {
    const { page, say, last } = await arrive()
    await say(Array.from({ length: 60 }, (_, n) => `line ${n + 1}`).join('\n'))
    await last.getByText('line 60').waitFor({ state: 'attached' })
    await expect.poll(() => last.evaluate(SEEN)).toBe(true)
    await page.getByRole('button', { name: 'Who said what' }).click()
    await page.getByRole('textbox', { name: 'Message #Who said what' }).waitFor()
    await page.getByRole('button', { name: 'general' }).click()
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor()
    await expect.poll(() => last.evaluate(SEEN)).toBe(true)
  })

  it('GIVEN other places THEN one goes there, and sees where something new was written', async () => {
    const { page, box, last, messages } = await arrive()
    sandbox.as(sandbox.ids.owner, { channel: sandbox.ids.thread }).send('new in the thread')
    await page.getByRole('button', { name: 'Who said what (unread)' }).click()
    await last.getByText('new in the thread').waitFor()
    expect(await box.getAttribute('aria-label')).toBe('Message #Who said what')
    await page.getByRole('button', { name: 'First report' }).click()
    await messages.getByText('Add what you have heard.').waitFor()
    await page.getByRole('button', { name: 'Crisis Desk', exact: true }).click()
    await page.getByRole('textbox', { name: 'Message @Crisis Desk' }).waitFor()
  })

  it('GIVEN mark-up and HTML in a message THEN nothing of it becomes HTML', async () => {
    const { say, last } = await arrive()
    await say('<img src=x onerror="document.title=1"> ||secret|| [a](javascript:alert(1)) <script>1</script>')
    await last.getByText('<script>1</script>').waitFor()
    expect(await last.locator('img[src=x], script, a').count()).toBe(0)
  })
})

describe.skipIf(NO_BROWSER)(titled('the page for everybody'), () => {
  it.each([
    { theme: 'dark', width: 1280 },
    { theme: 'light', width: 1280 },
    { theme: 'dark', width: 400 },
    { theme: 'light', width: 400 },
  ] as const)(
    'GIVEN $theme at $width px THEN axe finds no serious fault and nothing is cut',
    async (options) => {
      const { page, command, say, last, box } = await arrive(options)
      expect(await faults(page)).toEqual([])
      await command('find', 'tolls')
      await last.getByText('page 1 of 2').waitFor()
      await say('@Crisis Desk `code` <t:1642000000:R>')
      await last.getByText('You said').waitFor()
      await page.getByRole('combobox', { name: 'Open in context' }).click()
      expect(await faults(page)).toEqual([])
      await page.keyboard.press('Enter')
      await last.getByText('Context of').waitFor()
      await last.click({ button: 'right' })
      expect(await faults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await box.fill('/')
      expect(await faults(page)).toEqual([])
      await page.keyboard.type('find')
      await page.keyboard.press('Enter')
      await page.getByRole('option', { name: 'Harbour strike' }).waitFor()
      expect(await faults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await command('dialogue')
      await page.getByRole('dialog').waitFor()
      expect(await faults(page)).toEqual([])
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(overflow).toBeLessThanOrEqual(0)
    },
  )

  it('GIVEN a narrow window and long words in an option THEN nothing of the form lies outside', async () => {
    const { page } = await arrive({ width: 400 })
    await page.getByRole('textbox', { name: /^Message / }).pressSequentially('/find ')
    await page.getByRole('combobox', { name: 'topic' }).fill('tolls at the harbour '.repeat(6))
    const send = (await page.getByRole('button', { name: 'Run' }).boundingBox())!
    expect(send.x + send.width).toBeLessThanOrEqual(400)
  })

  it('GIVEN a narrow window THEN the list of channels opens over the page and gives the focus back', async () => {
    const { page } = await arrive({ width: 400 })
    const toggle = page.getByRole('button', { name: 'Open the list of channels' })
    await toggle.click()
    await page.getByRole('button', { name: 'general' }).waitFor()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await toggle.evaluate((element) => element.matches(':focus'))).toBe(true)
  })

  it('GIVEN the switch THEN the theme changes and stays so when the page is loaded again', async () => {
    const { page } = await arrive({ theme: 'dark' })
    const theme = () => page.locator('html').getAttribute('data-theme')
    expect(await theme()).toBe('dark')
    await page.getByRole('button', { name: 'Use the light theme' }).click()
    expect(await theme()).toBe('light')
    await page.reload()
    await page.locator('body.ready').waitFor()
    expect(await theme()).toBe('light')
  })
})
