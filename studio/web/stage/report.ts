import type {Report} from '../frame/message';

type Fields = Record<string, unknown>;

const LONGEST_MESSAGE = 600;

const isNumber = (value: unknown): value is number => Number.isFinite(value);

const isFace = (value: unknown): value is {family: string} =>
  typeof value === 'object' &&
  value !== null &&
  ['family', 'weight', 'style', 'range'].every(
    (key) => typeof Reflect.get(value, key) === 'string',
  );

const readers: {[Kind in Report['kind']]: (fields: Fields) => boolean} = {
  ready: () => true,
  pong: ({number}) => isNumber(number),
  shown: ({number}) => isNumber(number),
  failed: ({number, message}) => isNumber(number) && typeof message === 'string',
  time: ({frame, playing}) => isNumber(frame) && typeof playing === 'boolean',
  wanted: ({number, faces}) => isNumber(number) && Array.isArray(faces) && faces.every(isFace),
  still: ({number, picture}) => isNumber(number) && (picture === null || picture instanceof Blob),
};

const isReport = (data: object): data is Report => {
  const fields = data as Fields;
  const {kind} = fields;
  return (
    typeof kind === 'string' &&
    Object.hasOwn(readers, kind) &&
    readers[kind as Report['kind']](fields)
  );
};

/** What a frame says, or null where it is nothing that a frame says: scenes run in there, and may say anything. */
export const readReport = (data: unknown): Report | null => {
  if (typeof data !== 'object' || data === null || !isReport(data)) {
    return null;
  }
  return data.kind === 'failed' ? {...data, message: data.message.slice(0, LONGEST_MESSAGE)} : data;
};
