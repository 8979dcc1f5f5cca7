import { crc32, deflateSync, inflateSync } from 'node:zlib'

interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each point, row by row. */
  readonly points: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Channels of each kind of picture that a browser or pdftoppm writes: gray, color, color with alpha. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 6: 4 }

const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** Takes the filter off a row: each byte was written as its difference from its neighbours. */
const unfilter = (kind: number, row: Uint8Array, above: Uint8Array, step: number): void => {
  for (let at = 0; at < row.length; at++) {
    const left = at < step ? 0 : (row[at - step] ?? 0)
    const up = above[at] ?? 0
    const corner = at < step ? 0 : (above[at - step] ?? 0)
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0
    row[at] = (row[at] ?? 0) + guess
  }
}

const decode = (file: Buffer): Picture => {
  const data: Buffer[] = []
  let head = Buffer.alloc(13)
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const content = file.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') head = Buffer.from(content)
    if (name === 'IDAT') data.push(content)
    at += length + 12
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const channels = channelsOf[head[9] ?? -1]
  if (channels === undefined || head[8] !== 8) throw new Error('This kind of PNG is not read here.')
  const bytes = inflateSync(Buffer.concat(data))
  const points = new Uint8Array(width * height * 3)
  let above = new Uint8Array(width * channels)
  for (let y = 0; y < height; y++) {
    const from = y * (width * channels + 1)
    const row = new Uint8Array(bytes.subarray(from + 1, from + 1 + width * channels))
    unfilter(bytes[from] ?? 0, row, above, channels)
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        points[(y * width + x) * 3 + c] = row[x * channels + (channels === 1 ? 0 : c)] ?? 0
      }
    }
    above = row
  }
  return { width, height, points }
}

const colorAt = (points: Uint8Array, at: number): number =>
  ((points[at] ?? 0) << 16) | ((points[at + 1] ?? 0) << 8) | (points[at + 2] ?? 0)

const distance = (one: number, other: number): number => {
  const [r, g, b] = [16, 8, 0].map((by) => ((one >> by) & 255) - ((other >> by) & 255)) as [
    number,
    number,
    number,
  ]
  return r * r + g * g + b * b
}

/** Colors that stand for all: the frequent ones, none too near another. */
const paletteOf = ({ points }: Picture, most: number): readonly number[] => {
  const counts = new Map<number, number>()
  for (let at = 0; at < points.length; at += 3) {
    const color = colorAt(points, at)
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  const palette: number[] = []
  for (const [color] of [...counts].sort(([, one], [, other]) => other - one)) {
    if (palette.length === most) break
    if (palette.every((one) => distance(one, color) > 300)) palette.push(color)
  }
  return palette
}

const chunk = (name: string, content: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PNG in sixteen colors of its own, half a byte a point: text and drawings stay as they look. */
export const smallPng = (file: Buffer): Buffer => {
  const picture = decode(file)
  const { width, height, points } = picture
  const palette = paletteOf(picture, 16)
  const nearest = new Map<number, number>()
  const indexOf = (color: number): number => {
    const known = nearest.get(color)
    if (known !== undefined) return known
    const found = palette.reduce(
      (best, one, index) =>
        distance(one, color) < distance(palette[best] ?? 0, color) ? index : best,
      0,
    )
    nearest.set(color, found)
    return found
  }
  const perRow = Math.ceil(width / 2) + 1
  const rows = new Uint8Array(perRow * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = indexOf(colorAt(points, (y * width + x) * 3))
      const at = y * perRow + 1 + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? index << 4 : index)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([4, 3, 0, 0, 0], 8)
  const colors = palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(colors)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}
