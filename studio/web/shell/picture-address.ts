/** The largest picture that a scene holds, in bytes. */
const MOST = 5 * 1024 * 1024;

/** The address of a picture with the picture in it: scenes play where they can load nothing of this service. */
export const readPicture = async (file: File): Promise<string> => {
  if (file.size > MOST) throw new RangeError('the picture is larger than 5 MB');
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture cannot be read'));
  });
  reader.readAsDataURL(file);
  return read;
};
