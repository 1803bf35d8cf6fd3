# Who published, how much, since when.

from clippings.pages import answers, sidebar
import streamlit as st
st.dataframe(answers.topics(answers.now(), sidebar.selection()))
