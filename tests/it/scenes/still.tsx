// A scene that says neither its length nor its data.
const { AbsoluteFill, useCurrentFrame } = window.Remotion;

export const Title = () => {
  const progress = Math.min(1, useCurrentFrame() / 30);
  return (
    <AbsoluteFill style={{ backgroundColor: "#fff", color: "#222222" }}>
      <h1 style={{ opacity: progress }}>
        Nothing to see
        here
      </h1>
    </AbsoluteFill>
  );
};

export default Title;
