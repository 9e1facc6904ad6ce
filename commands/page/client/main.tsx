import "@xterm/xterm/css/xterm.css";
import "./page.css";
import "./guide.css";
import "./picture.css";
import "./terminals.css";
import "./narrow.css";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Language, languages } from "../../../languages/text";
import type { Received, SectionMessage } from "../protocol";
import { follow } from "./connection";
import { Page } from "./page";
import { shared } from "./shared";

const remembered = "docker-stages language";

/** The language that was chosen here before, or else that of whoever runs the server. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(remembered) ?? document.documentElement.lang;
  return languages.find((language) => language === chosen) ?? "en";
}

function App() {
  const [sections, setSections] = useState<Received>({});
  const [isConnected, setConnected] = useState(true);
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(
    () =>
      follow({
        connected: setConnected,
        received: ({ name, value }: SectionMessage) =>
          setSections((before) => ({ ...before, [name]: shared<unknown>(before[name], value) })),
      }),
    [],
  );
  const { hostShell, stages = "" } = document.body.dataset;
  const choose = (chosen: Language) => {
    localStorage.setItem(remembered, chosen);
    document.documentElement.lang = chosen;
    setLanguage(chosen);
  };
  return (
    <Page
      sections={sections}
      isConnected={isConnected}
      language={language}
      chooseLanguage={choose}
      hasHostShell={hostShell === "true"}
      stages={stages.split(" ")}
    />
  );
}

render(<App />, document.getElementById("page")!);
