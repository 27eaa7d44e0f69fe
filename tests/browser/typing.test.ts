import { describe, expect, it } from 'vitest'
import { NO_BROWSER, titled, visit } from './browser.js'
import { servedDesk } from './served.js'

const desk = servedDesk()

describe.skipIf(NO_BROWSER)(titled('typing on the page'), () => {
  it('GIVEN a command without options that must be, typed with its words THEN they go into its first option', async () => {
    const { page, context } = await visit(desk.browser, desk.url)
    await page.getByRole('textbox', { name: /^Message / }).pressSequentially('/timeline lorne', { delay: 5 })
    expect(await page.getByRole('combobox', { name: 'topic' }).inputValue()).toBe('lorne')
    await page.keyboard.press('Escape')
    await context.close()
  })

  it('GIVEN a channel that takes its time THEN what is typed meanwhile is there when it opens, and what stood before is not', async () => {
    const { page, context } = await visit(desk.browser, desk.url)
    const box = page.getByRole('textbox', { name: /^Message / })
    await box.fill('begun in general')
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    await page.route('**/api/view*', async (route) => {
      await opened
      await route.continue()
    })
    await page.getByRole('button', { name: 'crisis', exact: true }).click()
    await box.focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' – what is known?')
    open()
    await page.getByRole('textbox', { name: 'Message #crisis' }).waitFor()
    expect(await box.inputValue()).toBe(' – what is known?')
    await context.close()
  })

  it('GIVEN a phone THEN the page has a heading of the first rank: the place', async () => {
    const { page, context } = await visit(desk.browser, desk.url, { width: 390, height: 844 })
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor()
    await context.close()
  })
})
