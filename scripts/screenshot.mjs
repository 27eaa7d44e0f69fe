// Takes the README's picture: the bot at work on the sandbox's page.
//   npm run screenshot            → docs/sandbox.png
//   npm run screenshot -- DIR     → also in light and in a narrow window, into DIR
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openArchive } from '../dist/src/archive/worker/live.js'
import { startBot } from '../dist/src/discord/bot/bot.js'
import { makeLog } from '../dist/src/lib/log.js'
import { startPage } from '../dist/src/sandbox/page/page.js'
import { startSandbox } from '../dist/src/sandbox/sandbox.js'
import { chromiumPath, startBrowser, visit } from '../dist/tests/browser/browser.js'

const [others] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))

if (chromiumPath === undefined) {
  console.error('There is no chromium on the PATH; install it to take the picture.')
  process.exit(2)
}

const log = makeLog({ level: 'error', format: 'pretty' })
const archive = await openArchive({ folder: join(root, 'data/articles'), log })
const sandbox = await startSandbox()
const bot = await startBot({
  archive,
  log,
  commandsFolder: join(root, 'dist/commands'),
  token: sandbox.token,
  rest: { api: sandbox.api },
})
const served = await startPage(sandbox, { port: 0 })
const browser = await startBrowser()
try {
  await picture(join(root, 'docs/sandbox.png'), {})
  if (others) {
    mkdirSync(others, { recursive: true })
    for (const theme of ['dark', 'light'])
      for (const width of [1280, 400]) await picture(join(others, `${theme}-${width}.png`), { theme, width })
  }
} finally {
  await browser.close()
  await served.close()
  await bot.close()
  await sandbox.close()
  await archive.close()
}

/** A question, its answer, and the next one being typed, in #crisis, which is empty again afterwards. */
async function picture(path, options) {
  const channel = sandbox.ids.crisis
  const { page, context } = await visit(browser, served.url, options)
  if (options.width === 400) await page.getByRole('button', { name: 'Open the list of channels' }).click()
  await page.getByRole('button', { name: 'crisis', exact: true }).click()
  const box = page.getByRole('textbox', { name: 'Message #crisis' })
  await box.fill('@Crisis Desk who said "drown in endless discussions"?')
  await box.press('Enter')
  await page.locator('article.message discord-embed').waitFor()
  await page.locator('#typing:empty').waitFor({ state: 'attached' })
  await box.pressSequentially('/when ')
  await page.getByRole('combobox', { name: 'topic' }).pressSequentially('gen')
  await page.locator('#suggestions [role=option]:only-child').waitFor()
  await page.mouse.move(0, 0)
  await page.screenshot({ path })
  await context.close()
  const owner = sandbox.as(sandbox.ids.owner, { channel })
  for (const message of owner.messages()) owner.delete(message)
}
