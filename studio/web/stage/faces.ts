import type {FaceFile} from '../frame/message';

type Face = Omit<FaceFile, 'file'>;

const files = new Map<string, Promise<string>>();

const read = async (address: string): Promise<string> => {
  const content = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(content);
  });
};

const fileOf = (address: string): Promise<string> => {
  const file = files.get(address) ?? read(address);
  files.set(address, file);
  return file;
};

/** A range of characters in numbers: `U+0000-00FF` and `U+0-FF` are one. */
const comparable = (range: string): string =>
  range
    .split(',')
    .map((part) =>
      part
        .trim()
        .slice(2)
        .split('-')
        .map((end) => parseInt(end, 16))
        .join('-'),
    )
    .join();

/** The files of faces, as `data:` addresses. Of a face that was not shipped there is none. */
export const loadFaces = async (wanted: Face[]): Promise<FaceFile[]> => {
  const {shipped} = await import('typefaces');
  const found = wanted.flatMap((face) => {
    const match = shipped.find(
      ({family, style, weight, range}) =>
        family === face.family &&
        style === face.style &&
        weight === face.weight &&
        comparable(range) === comparable(face.range),
    );
    return match === undefined ? [] : [{...face, address: match.address}];
  });
  return Promise.all(
    found.map(async ({address, ...face}) => ({...face, file: await fileOf(address)})),
  );
};
