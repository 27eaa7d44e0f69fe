import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Page, startPage } from '../../src/sandbox/page/page.js'
import { type DeskOptions, startDesk } from '../e2e/desk.js'
import { NO_BROWSER, startBrowser } from './browser.js'

/** The whole bot and its page, and a browser to visit it with; there from before the first test until after the last. */
export function servedDesk(options: DeskOptions = {}): { readonly browser: Browser; readonly url: string } {
  const closers: (() => Promise<void>)[] = []
  let browser: Browser
  let served: Page
  beforeAll(async () => {
    if (NO_BROWSER) return
    const desk = await startDesk(options)
    closers.unshift(() => desk.close())
    served = await startPage(desk.sandbox, { port: 0 })
    closers.unshift(() => served.close())
    browser = await startBrowser()
    closers.unshift(() => browser.close())
  })
  afterAll(async () => {
    for (const close of closers) await close()
  })
  return {
    get browser() {
      return browser
    },
    get url() {
      return served.url
    },
  }
}
