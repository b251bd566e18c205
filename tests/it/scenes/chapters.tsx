import { AbsoluteFill, Sequence, interpolate, useCurrentFrame, useVideoConfig } from "remotion";

interface Props {
    chapters: { label: string; value: number }[];
    barColor: string;
}

export const defaultProps = {
    chapters: [
        { label: "North", value: 30 },
        { label: "East", value: 75 },
        { label: "South", value: 50 }, // after the merger
    ],
    barColor: "#2f6f4f",
} satisfies Props;

export const meta = { id: "chapters", durationInFrames: 120, fps: 30, width: 640, height: 360 };

const Chapter = ({ label, value, color }: { label: string; value: number; color: string }) => {
    const frame = useCurrentFrame();
    const { durationInFrames } = useVideoConfig();
    const width = interpolate(frame, [0, durationInFrames - 1], [0, value * 5], {
        extrapolateLeft: "clamp",
        extrapolateRight: "clamp",
    });
    return (
        <AbsoluteFill style={{ justifyContent: "center", paddingLeft: 60 }}>
            <div style={{ fontSize: 40 }}>{label}</div>
            <div style={{ height: 50, width, background: color }} />
        </AbsoluteFill>
    );
};

export default function Chapters({ chapters, barColor }: Props) {
    return (
        <AbsoluteFill style={{ background: "white" }}>
            <Sequence durationInFrames={40}>
                <Chapter {...chapters[0]} color={barColor} />
            </Sequence>
            <Sequence from={40} durationInFrames={40}>
                <Chapter {...chapters[1]} color="tomato" />
            </Sequence>
            <Sequence from={80}>
                <Chapter {...chapters[2]} color="rgb(40, 80, 160)" />
                <Sequence from={15} durationInFrames={20} layout="none">
                    <div style={{ position: "absolute", right: 20, top: 20, width: 60, height: 60, background: "gold" }} />
                </Sequence>
            </Sequence>
        </AbsoluteFill>
    );
}
