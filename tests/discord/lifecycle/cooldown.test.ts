import { describe, expect, test } from 'vitest'
import { makeCooldown } from '../../../src/discord/lifecycle/cooldown.js'

describe('how often one may ask', () => {
  const started = () => {
    let time = 1_000_000
    const cooldown = makeCooldown(4000, () => time)
    return {
      take: (member = 'ada') => cooldown.take(member),
      wait: (ms: number) => {
        time += ms
      },
    }
  }

  test('GIVEN a few questions at once THEN the next must wait, and its time shrinks', () => {
    const { take, wait } = started()
    expect(Array.from({ length: 6 }, () => take())).toEqual([0, 0, 0, 0, 0, 4])
    wait(3000)
    expect(take()).toBe(1)
    wait(1000)
    expect([take(), take()]).toEqual([0, 4])
  })

  test('GIVEN another member THEN they need not wait', () => {
    const { take } = started()
    for (let i = 0; i < 9; i++) take()
    expect(take('ben')).toBe(0)
  })

  test('GIVEN a long pause THEN no more than a few are allowed at once again', () => {
    const { take, wait } = started()
    for (let i = 0; i < 9; i++) take()
    wait(3_600_000)
    expect(Array.from({ length: 6 }, () => take())).toEqual([0, 0, 0, 0, 0, 4])
  })

  test('GIVEN more members than are remembered THEN the oldest are forgotten, the newest are not', () => {
    const { take } = started()
    const exhaust = (member: string) => Array.from({ length: 6 }, () => take(member)).at(-1)
    expect(exhaust('the first')).toBeGreaterThan(0)
    for (let i = 0; i < 25_000; i++) expect(take(`member ${i}`)).toBe(0)
    expect(exhaust('the last')).toBeGreaterThan(0)
    expect(take('the first')).toBe(0)
    expect(take('the last')).toBeGreaterThan(0)
  })

  test('GIVEN no interval THEN nobody waits', () => {
    const cooldown = makeCooldown(0)
    expect(Array.from({ length: 100 }, () => cooldown.take('ada')).every((wait) => wait === 0)).toBe(true)
  })
})
