import { execFileSync } from 'node:child_process'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Debian's and others' names of the browser; none is downloaded. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of the browser; undefined where there is none. */
export const chromiumPath: string | undefined = NAMES.map(pathOf).find((path) => path !== undefined)

/** For `describe.skipIf`: the reason stands in the report's title. */
export const NO_BROWSER = chromiumPath === undefined
export const titled = (title: string): string =>
  NO_BROWSER ? `${title} (skipped: no chromium on the PATH)` : title

function pathOf(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

export interface Visit {
  page: Page
  context: BrowserContext
  /** Addresses of all requests so far. */
  requests: string[]
  /** What the page complained of: uncaught errors, and errors and warnings in the console. */
  complaints: string[]
}

export interface VisitOptions {
  width?: number
  height?: number
  theme?: 'dark' | 'light'
}

/** The browser, with a new and empty profile. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath!, args: ARGS })

/** A first visit to this address: nothing is stored yet. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1280, height = 800, theme = 'dark' } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text())
  })
  await page.goto(url)
  await page.locator('body.ready').waitFor()
  return { page, context, requests, complaints }
}
