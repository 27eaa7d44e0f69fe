import { describe, expect, it } from 'vitest'
import { makeLog } from '../../src/lib/log.js'
import { inertJson, jsonLine, printable, printableLines } from '../../src/lib/terminal.js'

const ESC = '\u001b'
/** Clears the screen, sets colours, rings, begins a line, turns the direction. */
const HOSTILE = `a${ESC}[2Jb\u009b31mc\u0007d\r\ne\u202ef`

describe('GIVEN text that others wrote', () => {
  it('THEN nothing in it acts on a terminal, and a name is one line', () => {
    expect(printable(HOSTILE)).toBe('a [2Jb 31mc d e f')
    expect(printableLines('one\ntwo\u001b[31m')).toBe('one\ntwo [31m')
    expect(printable('Übergröße – “x” 🚢')).toBe('Übergröße – “x” 🚢')
  })

  it('THEN it is the same text in a line of JSON, where nothing acts either', () => {
    const line = jsonLine({ file: HOSTILE })
    expect(line).not.toMatch(/\p{Cc}|\u202e/u)
    expect(JSON.parse(line)).toEqual({ file: HOSTILE })
  })

  it('THEN a line of JSON can be made whose strings hold nothing that acts', () => {
    expect(JSON.parse(inertJson(JSON.stringify({ file: HOSTILE })))).toEqual({ file: 'a [2Jb 31mc d \ne f' })
    const path = { path: 'C:\\u001b\\new' }
    expect(JSON.parse(inertJson(JSON.stringify(path)))).toEqual(path)
  })

  it('THEN it does not act where the log is read by people', () => {
    let written = ''
    const log = makeLog({
      level: 'info',
      format: 'pretty',
      destination: { write: (text: string) => (written += text) } as never,
    })
    log.warn({ file: HOSTILE }, `rejected ${HOSTILE}`)
    expect(written).toContain('rejected a [2Jb')
    expect(written).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
  })
})
