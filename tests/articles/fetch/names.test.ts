import { createSocket, type Socket } from 'node:dgram'
import { stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { nameResolver } from '../../../src/articles/fetch/limits.js'

/** A name server on this machine that does with each question what it is told. */
async function nameServer(answer: (question: Buffer) => Buffer | null) {
  const socket: Socket = createSocket('udp4')
  let asked = 0
  socket.on('message', (question, { port, address }) => {
    asked++
    const reply = answer(question)
    if (reply) socket.send(reply, port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked: () => asked,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
}

const A = 1

/** An answer (RFC 1035, section 4.1) with one address for questions of type A, and none for others. */
function addressOf(question: Buffer): Buffer {
  const end = question.indexOf(0, 12) + 5
  const isA = question.readUInt16BE(end - 4) === A
  const head = Buffer.from(question.subarray(0, 12))
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(isA ? 1 : 0, 6)
  head.writeUInt16BE(0, 10)
  const record = Buffer.from([0xc0, 0x0c, 0, A, 0, 1, 0, 0, 0, 60, 0, 4, 93, 184, 216, 34])
  return Buffer.concat([head, question.subarray(12, end), ...(isA ? [record] : [])])
}

test('GIVEN a name THEN its addresses are found', async () => {
  await using server = await nameServer(addressOf)
  expect(await nameResolver([server.address])('news.example')).toEqual(['93.184.216.34'])
})

test('GIVEN names that are never answered for THEN files are read meanwhile, and in the end it is told that no server answers', async () => {
  await using server = await nameServer(() => null)
  const resolve = nameResolver([server.address])
  const names = Array.from({ length: 8 }, (_, n) => resolve(`slow-${n}.example`))
  let over = false
  const all = Promise.allSettled(names).finally(() => {
    over = true
  })
  await expect.poll(server.asked).toBeGreaterThanOrEqual(8)
  expect((await stat('package.json')).isFile()).toBe(true)
  expect(over).toBe(false)
  for (const one of await all) {
    expect(one).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('no connection') },
    })
  }
}, 60_000)
