const NEVER_SHOWN = 'style, script, title, desc, defs, metadata';

const textNodes = (root: Element): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.data.trim() !== '' && !node.parentElement?.closest(NEVER_SHOWN)) {
      nodes.push(node);
    }
  }
  return nodes;
};

const isInline = (element: Element): boolean => {
  if (element instanceof SVGElement) {
    return element.tagName !== 'text';
  }
  return /^(inline|contents)/.test(getComputedStyle(element).display);
};

/** Whether an element only lays out single letters, as scenes do that animate them one by one. */
const spellsOut = (element: Element): boolean => {
  const children = [...element.children].filter((child) => child.textContent?.trim());
  return (
    children.length > 2 && children.every((child) => (child.textContent ?? '').trim().length <= 2)
  );
};

const blockOf = (node: Text, root: Element): Element => {
  let block = node.parentElement ?? root;
  while (block !== root && isInline(block) && block.parentElement !== null) {
    block = block.parentElement;
  }
  const parent = block.parentElement;
  return parent !== null && block !== root && spellsOut(parent) ? parent : block;
};

/** The text nodes under an element, put together as blocks: what a person would call one text. */
export const textBlocks = (root: Element): Text[][] => {
  const blocks = new Map<Element, Text[]>();
  for (const node of textNodes(root)) {
    const block = blockOf(node, root);
    blocks.set(block, [...(blocks.get(block) ?? []), node]);
  }
  return [...blocks.values()];
};
