"""A plain Streamlit page over the same articles, all of them in memory in pandas: what
`benchmarks/pages.py` measures the dashboard against. It draws the overview's figures, charts and table."""

import os

import pandas as pd
import plotly.express as px
import streamlit as st

st.set_page_config(layout="wide")


@st.cache_resource
def load() -> pd.DataFrame:
    articles = pd.read_parquet(os.environ["PLAIN_ARTICLES"])
    articles["day"] = pd.to_datetime(
        articles["published"], errors="coerce", format="ISO8601", utc=True
    )
    return articles


found = load()
with st.sidebar:
    outlets = sorted(found["outlet"].dropna().unique())
    words = st.text_input("Words", key="query", bind="query-params")
    chosen = st.multiselect("Carried by", outlets, key="outlet", bind="query-params")
    languages = sorted(found["language"].dropna().unique())
    spoken = st.multiselect("Language", languages, key="language", bind="query-params")
if words:
    text = found["headline"].str.cat(found["text"], sep=" ")
    found = found[text.str.contains(words, case=False, regex=False, na=False)]
if chosen:
    found = found[found["outlet"].isin(chosen)]
if spoken:
    found = found[found["language"].isin(spoken)]

st.title("Overview")
st.html(f"<p><strong>{len(found):,}</strong> articles</p>")
known = found.dropna(subset=["origin"])
figures = {
    "Articles": len(found),
    "Outlets": found["outlet"].nunique(),
    "Written elsewhere": int((known["origin"] != known["outlet"]).sum()),
    "Writer unknown": int(found["origin"].isna().sum()),
}
months = found.dropna(subset=["day"]).set_index("day").resample("MS").size()
for column, (label, value) in zip(st.columns(4), figures.items(), strict=True):
    column.metric(
        label, value, border=True, chart_data=months.tolist() if len(months) > 1 else None
    )
st.plotly_chart(
    px.bar(x=months.index, y=months.values, title="Articles a month"), on_select="rerun"
)
left, right = st.columns([3, 5])
for name in ("outlet", "origin"):
    top = found[name].fillna("unknown").value_counts().head(5).sort_values()
    chart = px.bar(x=top.values, y=top.index, orientation="h", title=f"By {name}", height=260)
    left.plotly_chart(chart, on_select="rerun", key=f"{name} chart")
newest = found.sort_values("day", ascending=False).head(10)
right.dataframe(newest[["headline", "published", "outlet", "origin"]], hide_index=True)
