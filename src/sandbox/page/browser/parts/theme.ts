import { fill, part } from './dom.js'
import { icon } from './icons.js'

const KEY = 'theme'
const system = matchMedia('(prefers-color-scheme: light)')

type Theme = 'dark' | 'light'

/** The chosen theme, or the system's until one is chosen. */
const current = (): Theme => {
  const chosen = localStorage.getItem(KEY)
  if (chosen === 'dark' || chosen === 'light') return chosen
  return system.matches ? 'light' : 'dark'
}

/** Keeps the document in its theme. @param onChange is called after each change, but not at first */
export function startTheme(onChange: () => void): void {
  const button = part('theme')
  const show = () => {
    const theme = current()
    document.documentElement.dataset.theme = theme
    part('messages').toggleAttribute('light-theme', theme === 'light')
    const other = theme === 'light' ? 'dark' : 'light'
    button.setAttribute('aria-label', `Use the ${other} theme`)
    button.title = `Use the ${other} theme`
    fill(button, icon(theme === 'light' ? 'moon' : 'sun'))
  }
  show()
  const change = () => {
    show()
    onChange()
  }
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, current() === 'light' ? 'dark' : 'light')
    change()
  })
  system.addEventListener('change', change)
}
