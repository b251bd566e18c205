const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Where counting begins: anywhere, so that a page that is loaded again does not meet the frames of the one before. */
let last = Math.floor(Math.random() * 1_000_000);

const hasOwnNames = ({hostname}: Location): boolean =>
  LOOPBACK.includes(hostname) || hostname.endsWith('.localhost');

/**
 * The address of a frame on an origin that no frame had before, so that the browser gives it a process of its own. Only a
 * machine's own names can be made up like that; elsewhere the sandbox alone keeps frame and page apart.
 */
export const freshFrameAddress = (page: Location = location): string => {
  last += 1;
  const {host, port, protocol} = page;
  const own = `a${last}.localhost${port === '' ? '' : `:${port}`}`;
  return `${protocol}//${hasOwnNames(page) ? own : host}/studio/frame.html`;
};

/** How long to wait, in milliseconds, until a frame can take the place of a stuck one without getting its process. */
export const restAfterStuck = (page: Location = location): number => (hasOwnNames(page) ? 0 : 1500);
