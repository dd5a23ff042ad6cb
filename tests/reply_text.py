"""Small letters as plain text, for tests of what stands around reading and parsing."""

from __future__ import annotations

REPLY = """云陵市水利局
云水函〔2024〕12号
关于市政协五届三次会议第062号提案的答复
苏文清委员：
您提出的《关于修复青禾河堤防的提案》收悉，现答复如下：
一、已开展的工作
2023年新建堤防3公里。
二、下一步工作
到2025年底，完成望川段改造。
感谢您对水利工作的关心和支持。
云陵市水利局
2024年6月3日
联系电话：0999-5550123
"""

NO_REPLY = """云陵市图书馆开放时间
周一闭馆。
"""
