import {CircleAlert} from 'lucide-react';
import type {Finding} from '../api';
import {Quoted} from './quoted';

export type FindingListProps = {findings: readonly Finding[]; onChoose: (finding: Finding) => void};

/** What is wrong with a code, line by line; each leads to its place. */
export const FindingList = ({findings, onChoose}: FindingListProps) => (
  <div className="code-findings" role="status" hidden={findings.length === 0}>
    {findings.length > 0 && (
      <>
        <h3 className="code-findings-title">
          {findings.length === 1 ? 'One thing is wrong' : `${findings.length} things are wrong`}
        </h3>
        <ul>
          {findings.map((finding, place) => (
            <li key={place}>
              <button type="button" className="code-finding" onClick={() => onChoose(finding)}>
                <CircleAlert />
                <span>
                  <Quoted text={finding.message} />
                  {finding.help && (
                    <span className="code-help">
                      <Quoted text={finding.help} />
                    </span>
                  )}
                </span>
                <span className="code-line">{`line ${finding.from.line}`}</span>
              </button>
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
);
