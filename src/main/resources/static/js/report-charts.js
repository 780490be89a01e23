// Draws each chart from the table below it, so that both show the same figures; a bar opens the deals of its row.
// On a phone the tables are folded up.
const language = document.documentElement.lang;
const tones = { value: "--chart-quiet", weighted: "--chart-main", share: "--chart-soft", median: "--chart-main", p80: "--chart-quiet",
    won: "--chart-good", lost: "--chart-bad", disqualified: "--chart-quiet" };
const ticks = {
    money: (value) => new Intl.NumberFormat(language, { notation: "compact" }).format(value),
    share: (value) => new Intl.NumberFormat(language, { style: "percent" }).format(value),
    days: (value) => new Intl.NumberFormat(language).format(value),
    count: (value) => (Number.isInteger(value) ? new Intl.NumberFormat(language).format(value) : ""),
};

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const number = (text) => (text === undefined ? null : Number(text));

const read = (table) => {
    const rows = [...table.tBodies[0].rows];
    const columns = [...table.tHead.rows[0].cells].filter((cell) => cell.dataset.series);
    return {
        rows,
        labels: rows.map((row) => row.cells[0].querySelector("span")?.textContent ?? row.cells[0].textContent),
        series: columns.map((head) => ({
            name: head.dataset.series,
            label: head.textContent,
            cells: rows.map((row) => row.cells[head.cellIndex]),
        })),
    };
};

// A 95 % interval: a line between its ends, with a dot where the bar ends.
const intervals = {
    id: "intervals",
    afterDatasetsDraw(chart) {
        chart.data.datasets.forEach(({ intervals: all }, index) => {
            all?.forEach(([low, high], i) => {
                const bar = chart.getDatasetMeta(index).data[i];
                if (low === null || !bar) return;
                const { ctx, scales } = chart;
                const [from, to] = [scales.x.getPixelForValue(low), scales.x.getPixelForValue(high)];
                ctx.strokeStyle = colour("--chart-text");
                ctx.lineWidth = 1.5;
                ctx.beginPath();
                for (const end of [from, to]) { ctx.moveTo(end, bar.y - 4); ctx.lineTo(end, bar.y + 4); }
                ctx.moveTo(from, bar.y);
                ctx.lineTo(to, bar.y);
                ctx.stroke();
                ctx.fillStyle = colour("--chart-main");
                ctx.beginPath();
                ctx.arc(bar.x, bar.y, 4.5, 0, 2 * Math.PI);
                ctx.fill();
            });
        });
    },
};

const options = (kind, sideways, { rows, series }) => {
    const measure = { beginAtZero: true, border: { display: false }, grid: { color: colour("--chart-grid") },
        ticks: { color: colour("--chart-text"), callback: ticks[kind], maxTicksLimit: 6 }, max: kind === "share" ? 1 : undefined };
    const names = { border: { display: false }, grid: { display: false }, ticks: { color: colour("--chart-text"), autoSkip: false } };
    return {
        indexAxis: sideways ? "y" : "x",
        maintainAspectRatio: false,
        animation: false,
        scales: sideways ? { x: measure, y: names } : { x: names, y: measure },
        plugins: {
            legend: { display: series.length > 1, align: "start", labels: { color: colour("--chart-text"), boxWidth: 12, boxHeight: 12 } },
            tooltip: { callbacks: {
                label: (item) => `${item.dataset.label}: ${series[item.datasetIndex].cells[item.dataIndex].textContent.trim().replace(/\s+/g, " ")}`,
            } },
        },
        onClick: (event, [bar]) => bar && rows[bar.index].querySelector("a.deal-count")?.click(),
        onHover: (event, [bar]) => (event.native.target.style.cursor = bar ? "pointer" : "default"),
    };
};

// Axes without a bar tell nothing that the table does not.
const tellsSomething = ({ series }) => series.some(({ cells }) => cells.some(({ dataset }) => dataset.low || Number(dataset.value) > 0));

const draw = (canvas, data) => {
    const kind = canvas.dataset.chart;
    const sideways = canvas.dataset.table !== "table-months";
    if (sideways) canvas.parentElement.style.height = `${data.rows.length * (18 + 12 * data.series.length) + 70}px`;
    return new Chart(canvas, {
        type: "bar",
        plugins: [intervals],
        options: options(kind, sideways, data),
        data: {
            labels: data.labels,
            datasets: data.series.map(({ name, label, cells }) => ({
                label,
                data: cells.map((cell) => number(cell.dataset.value)),
                intervals: cells.some((cell) => cell.dataset.low)
                    ? cells.map((cell) => [number(cell.dataset.low), number(cell.dataset.high)])
                    : null,
                backgroundColor: colour(tones[name]),
                borderRadius: 3,
                maxBarThickness: 22,
            })),
        },
    });
};

const phone = window.matchMedia("(max-width: 47.99rem)");
const fold = () => document.querySelectorAll(".figures-table").forEach((table) => { table.open = !phone.matches; });
fold();
phone.addEventListener("change", fold);

let charts = [];
const drawAll = () => {
    charts.forEach((chart) => chart.destroy());
    charts = [...document.querySelectorAll("canvas[data-chart]")].flatMap((canvas) => {
        const data = read(document.getElementById(canvas.dataset.table));
        canvas.parentElement.hidden = !tellsSomething(data);
        return canvas.parentElement.hidden ? [] : [draw(canvas, data)];
    });
};
drawAll();
new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
