import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a zip; the lies are for files that mean harm. */
export type Part = {
  name: string
  data: Buffer | string
  claims?: number
  compressed?: Buffer
  at?: number
  flags?: number
}

/** Writes a zip as Word does, or one that lies about its sizes or lets parts overlap. */
export function zipOf(parts: readonly Part[], claimsCount?: number): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const data = typeof part.data === 'string' ? Buffer.from(part.data) : part.data
    const packed = part.compressed ?? deflateRawSync(data)
    const name = Buffer.from(part.name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(part.flags ?? 0, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(part.claims ?? data.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(part.at ?? offset, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), facts, tail, name)
    if (part.at !== undefined) continue
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, name, packed])
    files.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32BE(0x504b0506, 0)
  end.writeUInt16LE(claimsCount ?? parts.length, 8)
  end.writeUInt16LE(claimsCount ?? parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, list, end])
}
