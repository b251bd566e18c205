/** An event that a server sent. */
export type ServerEvent = {event: string; data: string};

/** Reads server-sent events out of the body of an answer, whatever pieces it comes in. */
export async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = readEvent(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const readEvent = (block: string): ServerEvent | null => {
  const fields = block.split('\n').map(readField);
  const data = fields.filter(([name]) => name === 'data').map(([, value]) => value);
  if (data.length === 0) return null;
  const event = fields.find(([name]) => name === 'event')?.[1] ?? 'message';
  return {event, data: data.join('\n')};
};

const readField = (line: string): [string, string] => {
  const at = line.indexOf(':');
  if (at < 0) return [line, ''];
  return [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')];
};
