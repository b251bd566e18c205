import {useEffect, useState} from 'react';
import type {TemplateDetail} from '../api';

/** How many templates are asked for at the same time. */
const AT_ONCE = 4;

/** Fetches what is known of templates, each once and only a few at a time; what failed is tried again when it is wanted again. */
export class Details {
  private readonly known = new Map<string, Promise<TemplateDetail>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly load: (id: string) => Promise<TemplateDetail>) {}

  get(id: string): Promise<TemplateDetail> {
    const known = this.known.get(id);
    if (known) return known;
    const detail = this.turn().then(() => this.load(id));
    this.known.set(id, detail);
    detail.catch(() => this.known.delete(id)).finally(() => this.next());
    return detail;
  }

  private turn(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running += 1;
      return Promise.resolve();
    }
    return new Promise((go) => this.waiting.push(go));
  }

  private next() {
    const go = this.waiting.shift();
    if (go) go();
    else this.running -= 1;
  }
}

/** What is known of a template: nothing yet, everything, or that it could not be had. */
export type Known = {detail: TemplateDetail | null; failed: boolean; again: () => void};

/** What is known of a template, fetched as soon as it is wanted. */
export const useDetail = (details: Details, id: string, wanted: boolean): Known => {
  const [state, setState] = useState<{id: string; detail: TemplateDetail | null; failed: boolean}>({
    id,
    detail: null,
    failed: false,
  });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    details.get(id).then(
      (detail) => !gone && setState({id, detail, failed: false}),
      () => !gone && setState({id, detail: null, failed: true}),
    );
    return () => {
      gone = true;
    };
  }, [details, id, wanted, tries]);
  const current = state.id === id ? state : {detail: null, failed: false};
  return {
    detail: current.detail,
    failed: current.failed,
    again: () => {
      setState({id, detail: null, failed: false});
      setTries(tries + 1);
    },
  };
};
