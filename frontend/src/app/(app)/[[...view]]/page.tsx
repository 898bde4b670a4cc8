export default function WorkspacePage() {
  return <main>Tasks</main>;
}
