const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Where counting begins: anywhere, so that a page that is loaded again does not meet the frames of the one before. */
let last = Math.floor(Math.random() * 1_000_000);

/**
 * The address of a frame on an origin that no frame had before, so that the browser gives it a process of its own. Only a
 * machine's own names can be made up like that; elsewhere the sandbox alone keeps frame and page apart.
 */
export const freshFrameAddress = ({
  hostname,
  host,
  port,
  protocol,
}: Location = location): string => {
  last += 1;
  const own = LOOPBACK.includes(hostname) || hostname.endsWith('.localhost');
  const authority = own ? `a${last}.localhost${port === '' ? '' : `:${port}`}` : host;
  return `${protocol}//${authority}/studio/frame.html`;
};
